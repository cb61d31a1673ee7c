"""The rules about dates: pure functions whose result carries its own explanation."""
