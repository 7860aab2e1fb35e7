"""What is looked for, one file a family; every rule carries its cases."""
