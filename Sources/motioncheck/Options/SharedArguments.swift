import ArgumentParser
import MotionCore

extension Placement: ExpressibleByArgument {}
extension Side: ExpressibleByArgument {}
