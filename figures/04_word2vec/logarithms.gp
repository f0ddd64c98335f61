height = 400
load style
set xrange [-3:7]
set yrange [-6:6]
set xlabel "mutual information, counted, nats"
set ylabel "score of the vectors"
set label "one word drawn" at -2.6,3 tc lt 3
set label "five words drawn" at 2.2,-3 tc lt 2
set label "PMI" at 5.2,5.6 right tc rgb SOFT
set label "PMI − log 5" at 6.9,3.6 right tc rgb SOFT
plot 'pmi_1.csv' using 'information':'score' with points lt 3 ps 0.3, \
     'pmi_5.csv' using 'information':'score' with points lt 2 ps 0.3, \
     x with lines lc rgb INK lw 1, x - log(5) with lines lc rgb INK lw 1 dt 2
