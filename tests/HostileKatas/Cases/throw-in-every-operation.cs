// hostile: every thread throws -> InvalidOperationException escaped from
public static class Kata
{
    public static void Run()
    {
        for (var i = 0; i < 3; i++)
        {
            var number = i;
            new Thread(() => throw new InvalidOperationException($"{number}")).Start();
        }
    }
}
