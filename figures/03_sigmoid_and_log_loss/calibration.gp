height = 400
load style
set size ratio 1
set xrange [0:1]
set yrange [0:1]
set xtics 0.2
set ytics 0.2
set format xy PLAIN
set xlabel "probability said"
set ylabel "share that happened"
set label "said = happened" at 0.62,0.5 tc rgb SOFT
plot x with lines ls 9, \
     'calibration.csv' \
         using 'said':(column('happened')-column('error')):(0):(2*column('error')) \
         with vectors nohead lt 1, \
     '' using 'said':'happened' with points lt 1 ps 0.7
