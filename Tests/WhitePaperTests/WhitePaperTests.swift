import WhitePaper
