using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Host.Tests;

public class OwnFramesTests
{
    [Test]
    public void Frames_with_a_source_file_stay_once()
    {
        OwnFramesAttribute.Frames("""
               at Katas.Hello.Run() in /src/katas/01-Hello/Hello.cs:line 5
               at Katas.Tests.Kata01_Hello.Says() in /src/tests/Kata01_Hello.cs:line 15
               at System.Reflection.MethodBaseInvoker.InvokeWithNoArgs(Object obj, BindingFlags f)

            1)    at Katas.Hello.Run() in /src/katas/01-Hello/Hello.cs:line 5
               at Katas.Tests.Kata01_Hello.Says() in /src/tests/Kata01_Hello.cs:line 15
            """).ShouldBe("""
               at Katas.Hello.Run() in /src/katas/01-Hello/Hello.cs:line 5
               at Katas.Tests.Kata01_Hello.Says() in /src/tests/Kata01_Hello.cs:line 15
            """);
    }

    [Test]
    public void The_type_of_an_assertion_is_not_part_of_its_message()
    {
        OwnFramesAttribute.Message("Shouldly.ShouldAssertException : 1\n    should be\n2\n")
            .ShouldBe("1\n    should be\n2");
        OwnFramesAttribute.Message("System.InvalidOperationException : no")
            .ShouldBe("System.InvalidOperationException : no");
    }
}
