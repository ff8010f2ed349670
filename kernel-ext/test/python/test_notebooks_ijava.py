import unittest

from tutorials import Tutorials


class OnIJava(Tutorials, unittest.TestCase):
    FAMILY = "ijava"
