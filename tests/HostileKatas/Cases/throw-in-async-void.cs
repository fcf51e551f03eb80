// hostile: an exception in an async void method -> InvalidOperationException
public static class Kata
{
    public static void Run() => Throw();

    static async void Throw()
    {
        await Task.Yield();
        throw new InvalidOperationException("nobody can catch it");
    }
}
