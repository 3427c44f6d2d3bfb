"""The finished bytes -> what is wrong with them, by other code than wrote them; and the trace record inside a file."""
