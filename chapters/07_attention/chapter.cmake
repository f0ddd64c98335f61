nn_add_chapter(07_attention
    SOURCES
        additive_score.cpp
        attention_score.cpp
    PROGRAM
        look_up_sections.cpp
        main.cpp
        weight_table.cpp)
