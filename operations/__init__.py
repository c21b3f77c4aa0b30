"""The verbs: read, decide (pure), write. Scheduler, command line and pages all call these."""
