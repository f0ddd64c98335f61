height = 255
load style
set multiplot layout 1,2 margins @PANELS spacing 0.12
set xrange [-0.5:1.5]
set yrange [-0.5:1.5]
set xtics 1
set ytics 1
set xlabel "input x0"
set ylabel "input x1"
set label 1 "OR, and AND" at graph 0.5,1.08 center
set label 2 "OR" at 0.42,-0.3 tc lt 3
set label 3 "AND" at -0.45,1.32 left tc lt 4
plot 'boundaries.csv' using 'x0':'or' with lines lt 3, \
     '' using 'x0':'and' with lines lt 4, \
     'corners.csv' using (column('or') == 1 ? column('x0') : NaN):'x1' with points lt 1 ps 1.4, \
     '' using (column('or') == 0 ? column('x0') : NaN):'x1' with points lt 2 pt 6 ps 1.4
set label 1 "XOR"
set label 2 "OR"
set label 3 "NAND"
unset ylabel
plot 'boundaries.csv' using 'x0':'or' with lines lt 3, \
     '' using 'x0':'and' with lines lt 4, \
     'corners.csv' using (column('xor') == 1 ? column('x0') : NaN):'x1' with points lt 1 ps 1.4, \
     '' using (column('xor') == 0 ? column('x0') : NaN):'x1' with points lt 2 pt 6 ps 1.4
unset multiplot
