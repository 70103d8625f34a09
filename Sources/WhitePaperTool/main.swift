print("whitepaper")
