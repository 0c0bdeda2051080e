// Does nothing: that a browser takes it shows that it trusts this connection, which a warning tapped away does not.
