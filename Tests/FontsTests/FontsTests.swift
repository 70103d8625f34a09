import Fonts
