"""FAISS IndexFlatIP as a peer: answers each line "<vectors file> <queries file> <dimensions> <top> <rounds>" with the milliseconds of every query.

/usr/bin/python3 with Debian's python3-faiss. The first line says the version; a file is float32, little endian, one vector after the other.
"""
import sys
import time

import faiss
import numpy

print(faiss.__version__, flush=True)
indexes = {}
for line in sys.stdin:
    vectors, queries, dimensions, top, rounds = line.split()
    dimensions, top, rounds = int(dimensions), int(top), int(rounds)
    if vectors not in indexes:
        indexes.clear()
        index = faiss.IndexFlatIP(dimensions)
        index.add(numpy.fromfile(vectors, dtype="<f4").reshape(-1, dimensions))
        indexes[vectors] = index
    index = indexes[vectors]
    asked = numpy.fromfile(queries, dtype="<f4").reshape(-1, dimensions)
    taken, first = [], []
    for turn in range(rounds):
        query = asked[turn % len(asked)].reshape(1, -1)
        start = time.perf_counter()
        _, found = index.search(query, top)
        taken.append((time.perf_counter() - start) * 1000)
        if turn < len(asked):
            first.append(int(found[0][0]))
    print(" ".join(f"{each:.5f}" for each in taken) + "|" + " ".join(map(str, first)), flush=True)
