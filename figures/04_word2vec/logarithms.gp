height = 420
load style
set xrange [-2.2:6.2]
set yrange [-4.5:6.2]
set xtics 2
set ytics 2
set xlabel "pointwise mutual information, counted"
set ylabel "w·c, learnt"
set label "k = 1" at -1.5,2.1 tc lt 1
set label "k = 5" at 2.6,-2.2 tc lt 2
set label "PMI" at 4.9,5.7 right tc rgb SOFT
set label "PMI less log 5" at 6.1,1.2 right tc rgb SOFT
plot 'pmi_1.csv' using 'information':'score' with points lt 1, \
     'pmi_5.csv' using 'information':'score' with points lt 2, \
     x with lines ls 9, x - log(5) with lines ls 9
