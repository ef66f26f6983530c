"""What runs, and when: one short file per flow, the command line, the schedules."""
