"""A kernel that a Jupyter server starts, on ports of the block that the tests' process has."""
import kernel_ports
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager


class ServedKernel(ServerKernelManager):
    def __init__(self, **traits):
        super().__init__(cache_ports=False, **kernel_ports.five(), **traits)
