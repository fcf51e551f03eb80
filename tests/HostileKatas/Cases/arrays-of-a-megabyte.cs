// harmless: a hundred arrays of a megabyte -> Proved
public static class Kata
{
    public static void Run()
    {
        for (var i = 0; i < 100; i++) _ = new byte[1 << 20];
    }
}
