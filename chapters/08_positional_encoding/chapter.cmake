nn_add_chapter(08_positional_encoding
    SOURCES
        position_table.cpp
    PROGRAM
        main.cpp)
