import PageLayout
