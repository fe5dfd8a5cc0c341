"""The working year: next year's file, partners' spreadsheets, the year before, a schema for
editors, a new project.
"""
