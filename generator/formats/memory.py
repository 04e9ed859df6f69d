"""Files in memory that a database engine reads and writes by name."""

from fsspec.implementations.memory import MemoryFileSystem


def memory_files() -> MemoryFileSystem:
    """A file system of its own: the library's other ones share one store."""
    files = MemoryFileSystem(skip_instance_cache=True)
    files.store, files.pseudo_dirs = {}, [""]
    return files
