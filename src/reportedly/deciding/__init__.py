"""What a person rules, from the words it is said in to what became of it: the same for the command line and the desk."""
