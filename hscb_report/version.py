"""The version: written into files and shown by ``--version``."""

VERSION = "0.2.0"
