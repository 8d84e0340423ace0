"""`python -m emulated_aws [--port N]`: serves on 127.0.0.1 and prints its address as JSON.

It ends on SIGTERM and on Ctrl-C.
"""

import argparse
import json
import logging
import os
import signal
import sys
import threading
from typing import Any

os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app  # noqa: E402
from werkzeug.serving import make_server  # noqa: E402

from . import cloudformation_api, eks_api, native, services, stacks  # noqa: E402, F401
from .own_paths import WithOwnPaths  # noqa: E402

HOST = "127.0.0.1"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free port")
    parser.add_argument("--end-with-stdin", action="store_true", help="end when standard input closes: its starter is gone")
    arguments = parser.parse_args()
    for install in (stacks.install, cloudformation_api.install, eks_api.install):
        install()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    application = WithOwnPaths(DomainDispatcherApplication(create_backend_app))
    server = make_server(HOST, arguments.port, application, threaded=True, request_handler=MotoRequestHandler)
    os.environ["MOTO_PORT"] = str(server.server_port)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, _stop)
    print(json.dumps({"endpoint": f"http://{HOST}:{server.server_port}"}), flush=True)
    if arguments.end_with_stdin:
        threading.Thread(target=_end_with_stdin, daemon=True).start()
    server.serve_forever()


def _end_with_stdin() -> None:
    sys.stdin.read()
    os._exit(0)


def _stop(_signal: int, _frame: Any) -> None:
    sys.exit(0)


main()
