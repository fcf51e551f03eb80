// hostile: reads what nobody types, by its reader -> outside the explorer's control
public static class Kata
{
    public static void Run()
    {
        Console.WriteLine(Console.In.ReadLine());
    }
}
