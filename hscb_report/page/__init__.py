"""ReportLab flowables that the editions share, and the flow that sets them on pages."""
