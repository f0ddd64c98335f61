height = 480
load style
stats 'heads.csv' using 'block' nooutput name 'BLOCK'
stats 'heads.csv' using 'head' nooutput name 'HEAD'
stats 'heads.csv' using 'query' nooutput name 'QUERY'
set multiplot layout int(BLOCK_max),int(HEAD_max) margins 0.08,0.99,0.02,0.94 spacing 0.015,0.015
set border 15
unset tics
set xrange [-1:QUERY_max+1]
set yrange [QUERY_max+1:-1]
do for [b=1:int(BLOCK_max)] {
    do for [h=1:int(HEAD_max)] {
        unset label
        if (b == 1) { set label 1 sprintf("head %d", h) at graph 0.5,1.09 center }
        if (h == 1) { set label 2 sprintf("block %d", b) at graph -0.12,0.5 center rotate }
        plot 'heads.csv' using (column('block') == b && column('head') == h && column('weight') >= 0.15 ? column('query') : NaN):'key':(0.7*sqrt(column('weight'))) with points lt 1 pt 7 ps variable
    }
}
unset multiplot
