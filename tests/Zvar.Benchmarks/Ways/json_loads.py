"""Times json.loads on a file."""
import json
import sys
import time

with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()

wall = time.perf_counter()
processor = time.process_time()
answer = json.loads(text)
print(json.dumps({"wall": time.perf_counter() - wall, "processor": time.process_time() - processor}))
