nn_add_chapter(01_rng_seeding
    SOURCES python_random.cpp
    PROGRAM main.cpp)
