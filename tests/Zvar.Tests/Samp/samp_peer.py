"""Another program at the hub: tells on its output what it hears, and does what its input says, a line each."""

import json
import sys

from astropy.io.votable import parse_single_table
from astropy.samp import SAMPIntegratedClient

FAILURE = {"samp.status": "samp.error", "samp.error": {"samp.errortxt": "no room for it"}}


def tell(**what):
    print(json.dumps(what), flush=True)


def main(name, *options):
    client = SAMPIntegratedClient(name=name, description="a peer for tests", callable=True)
    client.connect()

    def load(private_key, sender, message_id, mtype, parameters, extra):
        if "refuse" in options:
            client.reply(message_id, FAILURE)
            return
        table = parse_single_table(parameters["url"][len("file://"):]).to_table()
        tell(mtype=mtype, parameters=parameters, rows=len(table), columns=table.colnames)
        client.ereply(message_id, "samp.ok", result={})

    def hear(private_key, sender, mtype, parameters, extra):
        tell(mtype=mtype, parameters=parameters)

    def replied(private_key, sender, tag, response):
        tell(response=response, tag=tag)

    if "deaf" not in options:
        client.bind_receive_call("table.load.votable", load)
        client.bind_receive_notification("coord.pointAt.sky", hear)
        client.bind_receive_notification("table.highlight.row", hear)
    client.bind_receive_response("asked", replied)
    tell(ready=client.get_public_id())
    for line in sys.stdin:
        command = json.loads(line)
        message = {"samp.mtype": command["mtype"], "samp.params": command["parameters"]}
        if command.get("call"):
            client.call_all("asked", message)
        else:
            client.notify_all(message)
    client.disconnect()


main(*sys.argv[1:])
