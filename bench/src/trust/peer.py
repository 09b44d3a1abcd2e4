# Private set intersection with the settings that its own documentation shows; prints one line of JSON.
import json
import resource
import sys
import time

import private_set_intersection.python as psi

asked, held, shared = (int(text) for text in sys.argv[1:4])
FALSE_POSITIVES = 1e-9


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


own = [f"+668{n:09}" for n in range(held)]
wanted = [f"+668{n:09}" for n in range(held - shared, held - shared + asked)]
client = psi.client.CreateWithNewKey(True)
server = psi.server.CreateWithNewKey(True)
began, began_cpu = time.time(), cpu()
setup = server.CreateSetupMessage(FALSE_POSITIVES, asked, own, psi.DataStructure.GCS).SerializeToString()
prepared = time.time()
request = client.CreateRequest(wanted).SerializeToString()
question = psi.Request()
question.ParseFromString(request)
response = server.ProcessRequest(question).SerializeToString()
answer, given = psi.Response(), psi.ServerSetup()
answer.ParseFromString(response)
given.ParseFromString(setup)
hits = len(client.GetIntersection(given, answer))
print(
    json.dumps(
        {
            "setup_s": prepared - began,
            "online_s": time.time() - prepared,
            "cpu_s": cpu() - began_cpu,
            "set_bytes": len(setup),
            "question_bytes": len(request),
            "answer_bytes": len(response),
            "hits": hits,
        }
    )
)
