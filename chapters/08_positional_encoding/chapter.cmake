nn_add_chapter(08_positional_encoding
    SOURCES
        causal_model.cpp
        causal_training.cpp
        position_table.cpp
    PROGRAM
        main.cpp)
