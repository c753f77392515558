"""Child's pose: from the heels, the trunk is folded down over the thighs, and stays there."""
import numpy as np

from common.plans import Event
from muscles.body import Body
from muscles.pacing import STIRRING, Course, adjust, draw_habits, followed, holds
from muscles.person import blend
from muscles.postures import (KNEELING, ON_ALL_FOURS, ON_HEELS, ON_HEELS_ARMS_HANGING, Posture,
                              varied)
from muscles.surroundings import kneel_down, meanwhile
from muscles.tasks import fasten_strap, scratch

SHORTEST_HOLD_SECONDS, LONGEST_HOLD_SECONDS = 12.0, 34.0
QUICKEST_WAY_SECONDS, SLOWEST_WAY_SECONDS = 1.0, 4.4
# From the heels, with the smallest and the fullest mobility.
LEAST_PITCH_DEGREES, MOST_PITCH_DEGREES = 50.0, 74.0
# The trunk's whole angle at which the arms point little and much forward of hanging.
UPRIGHT_FOLD_DEGREES, DEEP_FOLD_DEGREES = 70.0, 108.0
MOST_FLEXION_DEGREES = 176.0
# Who walks the hands forward folds most of the way at once, and the rest slowly.
SHARE_BEFORE_WALKING = 0.86


def childs_pose(body: Body) -> list[Event]:
    """A set of 2 to 4 folds."""
    between, person = body.between, body.person
    base = body.posture()
    meanwhile(body, base, between(3.5, 15))
    heels = come_to_heels(body)
    course, plateaus = folds(body, heels)
    body.now = course.now
    wanted = course.values()
    fold_trunk_and_arms(body, wanted, heels)
    progress = followed(body, wanted, person.trunk_hertz)
    body.lay_over("effort", 0, 0.15 * np.clip(progress, 0, 1.2))
    body.lay_over("stillness", 0, -0.75 * np.clip(progress, 0, 1))
    body.wait(between(0.8, 3))
    if body.happens(0.75):
        body.move(body.facing(KNEELING), 1.5)
        body.move(body.facing(base), between(1.3, 2.2))
        meanwhile(body, base, between(3, 15))
    else:
        meanwhile(body, heels, between(4, 17), False)
    return holds(progress, plateaus)


def come_to_heels(body: Body) -> Posture:
    """Kneels down, some with the hands on the floor first, and sits on the heels; returns that."""
    between = body.between
    kneel_down(body)
    if body.happens(0.25):
        body.move(body.facing(ON_ALL_FOURS), between(1, 1.8))
        body.knock(1, 3)
        body.wait(between(1, 3.5))
    on_heels = ON_HEELS_ARMS_HANGING if body.happens(0.35) else ON_HEELS
    heels = body.facing(varied(body.random, on_heels, 0.7))
    body.move(heels, between(1, 2))
    meanwhile(body, heels, between(1.5, 4.5), False)
    body.move(heels, 0.8)
    body.wait(between(0.6, 5))
    return heels


def folds(body: Body, heels: Posture) -> tuple[Course, list[Event]]:
    """The course of a set, and when the folds are held in it."""
    between, person, random = body.between, body.person, body.random
    habits, course, plateaus = draw_habits(body), Course(body), []
    usual_hold = between(SHORTEST_HOLD_SECONDS, LONGEST_HOLD_SECONDS)
    way_seconds = blend(QUICKEST_WAY_SECONDS, SLOWEST_WAY_SECONDS, person.slowness)
    walks_hands = body.happens(0.4)
    count = body.count(2, 4)
    for index in range(count):
        if index:
            rest_between(body, course, heels)
        size = float(np.clip(1 + 0.04 * person.irregularity * random.normal(), 0.88, 1.12))
        course.ramp(size * (SHARE_BEFORE_WALKING if walks_hands else 1),
                    body.around(way_seconds, 0.15), habits.hesitating)
        body.knock(0.4, 2.5, course.now - 0.2 * way_seconds)
        held = course.now
        if walks_hands:
            course.ramp(size, between(1, 3))
        hold = np.clip(body.around(usual_hold, 0.08 * person.irregularity),
                       SHORTEST_HOLD_SECONDS, LONGEST_HOLD_SECONDS) - (course.now - held)
        sinking, pieces = between(-0.01, 0.05), max(2, int(hold / 3))
        for piece in range(1, pieces + 1):
            sunk = 1 + sinking * piece / pieces + 0.006 * random.normal()
            course.go(size * sunk, hold / pieces)
        if body.happens(2 * habits.adjusting):
            adjust(body, between(held + 2, course.now - 3), 0.8, STIRRING)
        plateaus.append(Event(held, course.now))
        risen = 0 if index == count - 1 else between(-0.02, 0.05)
        course.ramp(risen, body.around(way_seconds, 0.15), habits.hesitating)
    return course, plateaus


def rest_between(body: Body, course: Course, heels: Posture) -> None:
    """Sits on the heels between two folds, and may use the hands."""
    rest = body.between(5, 15)
    end = course.now + rest
    if rest > 7 and body.happens(0.35 * body.person.fidgeting):
        body.now = course.now + 1.2
        fidget = scratch if body.happens(0.6) else fasten_strap
        fidget(body, heels)
        end = max(end, body.now + 1)
    course.stay(end - course.now)


def fold_trunk_and_arms(body: Body, course: np.ndarray, heels: Posture) -> None:
    """Has the trunk go down and the hands come to the floor in front, on a course (n)."""
    between = body.between
    pitch = blend(LEAST_PITCH_DEGREES, MOST_PITCH_DEGREES,
                  0.7 * body.person.mobility + 0.3 * between(0, 1))
    bend = between(6, 20)
    whole = pitch + bend + heels["pitch"] + heels["bend"]
    deepness = (whole - UPRIGHT_FOLD_DEGREES) / (DEEP_FOLD_DEGREES - UPRIGHT_FOLD_DEGREES)
    # The deeper the trunk, the flatter the arms must be for the hands to meet the floor.
    from_hanging = float(np.clip(blend(46, 80, deepness) + between(-6, 6), 40, 90))
    flexion = min(whole + from_hanging, MOST_FLEXION_DEGREES)
    elbow = float(np.clip(90 - from_hanging + between(-14, 8), 3, 60))
    body.drive(course, {"pitch": pitch, "bend": bend, "height": -0.06, "forward": -0.05}, 0.2)
    body.drive(course, {
        "flexion": flexion - heels["flexion"], "hanging": -1, "elbow": elbow - heels["elbow"],
        "abduction": between(-4, 14), "rotation": between(-10, 30),
        "pronation": between(0, 25), "elevation": between(2, 10)}, 0.35)
