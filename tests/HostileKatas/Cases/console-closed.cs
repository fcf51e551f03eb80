// harmless: closes standard output -> Proved
public static class Kata
{
    public static void Run()
    {
        Console.OpenStandardOutput().Close();
        Console.Out.Close();
        Console.WriteLine("to nobody");
    }
}
