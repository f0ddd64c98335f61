height = 255
load style
set multiplot layout 1,2 margins @PANELS spacing 0.12
set xtics 0.5
set ytics 0.5
set xrange [0:1]
set yrange [0:1]
set xlabel "a value"
set ylabel "the next value"
set label 1 "Mersenne Twister" at graph 0.5,1.08 center
plot 'lattice.csv' using 'good_x':'good_y' with points lt 1 ps 0.25
set label 1 "low bits of an LCG"
unset ylabel
plot 'lattice.csv' using 'bad_x':'bad_y' with points lt 2 ps 0.25
unset multiplot
