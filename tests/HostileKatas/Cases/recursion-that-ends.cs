// harmless: recursion 9,000 deep -> Proved
public static class Kata
{
    public static void Run()
    {
        if (Down(9_000) != 9_000) throw new InvalidOperationException();
    }

    static int Down(int depth) => depth == 0 ? 0 : Down(depth - 1) + 1;
}
