"""What people do: one function per human act, the actor first. Asks `access`; knows no HTTP."""
