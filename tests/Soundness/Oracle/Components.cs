namespace Soundness.Oracle;

/// <summary>
/// Strongly connected components, each after those that it leads to (Tarjan 1972). No recursion:
/// paths may be long.
/// </summary>
static class Components
{
    public static List<List<int>> Of(IReadOnlyList<(int Thread, int To)[]> steps)
    {
        var components = new List<List<int>>();
        var number = new int[steps.Count];
        var lowest = new int[steps.Count];
        var isOpen = new bool[steps.Count];
        var open = new Stack<int>();
        var path = new Stack<(int State, int Step)>();
        var count = 0;
        // All are reached from the first.
        path.Push((0, 0));
        while (path.TryPop(out var at))
        {
            var (state, step) = at;
            if (step == 0)
            {
                number[state] = lowest[state] = ++count;
                open.Push(state);
                isOpen[state] = true;
            }
            else
            {
                lowest[state] = Math.Min(lowest[state], lowest[steps[state][step - 1].To]);
            }
            var goesDown = false;
            for (; step < steps[state].Length && !goesDown; step++)
            {
                var to = steps[state][step].To;
                if (number[to] == 0)
                {
                    path.Push((state, step + 1));
                    path.Push((to, 0));
                    goesDown = true;
                }
                else if (isOpen[to])
                {
                    lowest[state] = Math.Min(lowest[state], number[to]);
                }
            }
            if (goesDown || lowest[state] != number[state]) continue;
            var component = new List<int>();
            int member;
            do
            {
                member = open.Pop();
                isOpen[member] = false;
                component.Add(member);
            }
            while (member != state);
            components.Add(component);
        }
        return components;
    }
}
