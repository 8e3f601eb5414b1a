"""Ways out of the app. Each delivers one neutral sentence; none knows what it is about."""
