import unittest

from tutorials import Tutorials


class OnJJava(Tutorials, unittest.TestCase):
    FAMILY = "jjava"
