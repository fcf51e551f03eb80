// hostile: recursion that would end, 20,000 deep -> The calls of Kata.Down at Kata.cs:9 had not ended after 10,000 calls one inside the other
public static class Kata
{
    public static void Run()
    {
        if (Down(20_000) != 20_000) throw new InvalidOperationException();
    }

    static int Down(int depth) => depth == 0 ? 0 : Down(depth - 1) + 1;
}
