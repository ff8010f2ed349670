"""DEAP's genetic algorithm: 100 points of 10 numbers in [-10, 10], 100 generations with the first, two-point crossover 0.5, Gaussian
mutation of deviation 1 with probability 0.1 a gene and 0.2 a point, tournaments of 3.

The loop is eaSimple without statistics: select, vary, evaluate what has changed; so nobody selects among points without a
fitness. "PROBLEM SEED", problem sphere or rastrigin, is answered with the seconds, the evaluations and the least loss."""
import math
import random
import sys
import time

import deap
from deap import algorithms, base, creator, tools

SIZE = 100
GENERATIONS = 100
LOSSES = {
    "sphere": lambda w: sum(v * v for v in w),
    "rastrigin": lambda w: sum(10 + v * v - 10 * math.cos(2 * math.pi * v) for v in w),
}

creator.create("Least", base.Fitness, weights=(-1.0,))
creator.create("Individual", list, fitness=creator.Least)


def toolbox(loss):
    box = base.Toolbox()
    box.register("gene", random.uniform, -10, 10)
    box.register("individual", tools.initRepeat, creator.Individual, box.gene, n=10)
    box.register("population", tools.initRepeat, list, box.individual)
    box.register("evaluate", lambda individual: (loss(individual),))
    box.register("mate", tools.cxTwoPoint)
    box.register("mutate", tools.mutGaussian, mu=0, sigma=1, indpb=0.1)
    box.register("select", tools.selTournament, tournsize=3)
    return box


def evaluate(box, population):
    """How many of them had no fitness."""
    new = [individual for individual in population if not individual.fitness.valid]
    for individual, fitness in zip(new, map(box.evaluate, new)):
        individual.fitness.values = fitness
    return len(new)


def run(problem, seed):
    random.seed(seed)
    box = toolbox(LOSSES[problem])
    start = time.perf_counter()
    population = box.population(n=SIZE)
    evaluations = evaluate(box, population)
    best = min(individual.fitness.values[0] for individual in population)
    for _ in range(GENERATIONS - 1):
        population = algorithms.varAnd(box.select(population, SIZE), box, cxpb=0.5, mutpb=0.2)
        evaluations += evaluate(box, population)
        best = min(best, min(individual.fitness.values[0] for individual in population))
    return "%r %d %r" % (time.perf_counter() - start, evaluations, best)


for line in sys.stdin:
    words = line.split()
    print(deap.__version__ if words == ["version"] else run(words[0], int(words[1])), flush=True)
