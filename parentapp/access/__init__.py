"""The only decider: who somebody is to a log, which consents are in effect, what is visible, what is allowed."""
