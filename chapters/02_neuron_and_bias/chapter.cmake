nn_add_chapter(02_neuron_and_bias
    SOURCES gates.cpp geometry.cpp separation.cpp
    PROGRAM main.cpp bias_trick_section.cpp exactness_section.cpp firing_sections.cpp
            gate_sections.cpp learning_sections.cpp neuron_sections.cpp
            opinion_section.cpp score_sections.cpp threshold_section.cpp
            verse_pair.cpp verse_sections.cpp)
