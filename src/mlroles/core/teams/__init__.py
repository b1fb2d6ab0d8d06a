"""Teams: check, plan, next hire."""
