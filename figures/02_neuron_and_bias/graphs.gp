height = 230
load style
set multiplot layout 1,3 margins 0.1,0.98,0.24,0.86 spacing 0.06
set xrange [-6:6]
set xtics (-4, -2, 0, 2, 4)
set yrange [-0.15:1.15]
set ytics 0.5
set xlabel "input x"
set ylabel "output"
set label 2 "2" at -2.5,0.7 right tc lt 1
set label 3 "0" at 0.5,0.5 tc rgb SOFT
set label 4 "−2" at 2.4,0.3 tc lt 2
set label 1 "step" at graph 0.5,1.1 center
plot 'graphs.csv' using 'x':(column('f') == 0 ? column('zero') : NaN) with lines ls 9, \
     '' using 'x':(column('f') == 0 ? column('plus') : NaN) with lines lt 1, \
     '' using 'x':(column('f') == 0 ? column('minus') : NaN) with lines lt 2
unset ylabel
set format y ""
set label 1 "sigmoid"
set label 2 at -2.1,0.7
set label 3 "0" at 0.7,0.5
set label 4 at 2.8,0.3
plot 'graphs.csv' using 'x':(column('f') == 2 ? column('zero') : NaN) with lines ls 9, \
     '' using 'x':(column('f') == 2 ? column('plus') : NaN) with lines lt 1, \
     '' using 'x':(column('f') == 2 ? column('minus') : NaN) with lines lt 2
set yrange [-8:8]
set ytics 4
set format y "%g"
set label 1 "linear"
set label 2 at -3.2,1.4
set label 3 ""
set label 4 at 2.4,-3
plot 'graphs.csv' using 'x':(column('f') == 1 ? column('zero') : NaN) with lines ls 9, \
     '' using 'x':(column('f') == 1 ? column('plus') : NaN) with lines lt 1, \
     '' using 'x':(column('f') == 1 ? column('minus') : NaN) with lines lt 2
unset multiplot
