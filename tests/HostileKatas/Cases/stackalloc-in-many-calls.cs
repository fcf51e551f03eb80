// harmless: many calls take some of the stack, and give it back -> Proved
public static class Kata
{
    public static void Run()
    {
        for (var i = 0; i < 5_000; i++) Take();
    }

    static unsafe void Take()
    {
        var taken = stackalloc byte[1_000];
        taken[0] = 1;
    }
}
