// harmless: a lock on a type, which the whole process shares -> Proved
public static class Kata
{
    public static void Run()
    {
        lock (typeof(string)) Console.Out.Flush();
    }
}
