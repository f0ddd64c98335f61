height = 255
load style
set multiplot layout 1,2 margins @PANELS spacing 0.12
set xrange [-0.6:47.6]
set yrange [47.6:-0.6]
set xtics 20
set ytics 20
set xlabel "token"
set ylabel "looks at"
do for [layer=1:2] {
    set label 1 sprintf("a head of layer %d", layer) at graph 0.5,1.08 center
    plot 'induction.csv' using (column('layer') == layer && column('weight') >= 0.1 ? column('query') : NaN):'key':(0.8*sqrt(column('weight'))) with points lt layer pt 7 ps variable
    unset ylabel
}
unset multiplot
