import Scales
